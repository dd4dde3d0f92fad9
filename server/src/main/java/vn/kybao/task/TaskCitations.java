package vn.kybao.task;

import jakarta.inject.Singleton;
import vn.kybao.document.Citing;

/** The documents that set tasks and extend them: open to everyone whom the task concerns. */
@Singleton
class TaskCitations implements Citing {
    private final TaskRepository repository;

    TaskCitations(TaskRepository repository) {
        this.repository = repository;
    }

    @Override
    public boolean isCited(String document, String subtree) {
        return repository.isCited(document, subtree);
    }
}

package vn.kybao.recommendation;

import jakarta.inject.Singleton;
import vn.kybao.document.Citing;

/** The documents that answer recommendations: open to those who raised them and to their addressees. */
@Singleton
class RecommendationCitations implements Citing {
    private final RecommendationRepository repository;

    RecommendationCitations(RecommendationRepository repository) {
        this.repository = repository;
    }

    @Override
    public boolean isCited(String document, String subtree) {
        return repository.isCited(document, subtree);
    }
}

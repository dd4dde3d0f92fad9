-- Tasks that higher authorities set: found by whom they concern, by deadline, and by the days on which they were owed.
CREATE TABLE task (
    id                    CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization          VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title                 VARCHAR(2000) NOT NULL,
    assigner_organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    assigner_text         VARCHAR(500)  NULL,
    assigner_key          VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    lead_organization     VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    lead_text             VARCHAR(500)  NULL,
    lead_key              VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    partners              LONGTEXT      NOT NULL,
    source_document       CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    clause                VARCHAR(200)  NULL,
    register              VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    external_id           VARCHAR(200)  NULL,
    register_status       VARCHAR(200)  NULL,
    assigned_on           DATE          NULL,
    due_on                DATE          NULL,
    due_exclusive         BOOLEAN       NOT NULL,
    due_text              VARCHAR(500)  NULL,
    extended_to           DATE          NULL,
    extension_reason      VARCHAR(2000) NULL,
    extension_document    CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    period                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    status                VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status_reason         VARCHAR(2000) NULL,
    completed_on          DATE          NULL,
    product               VARCHAR(2000) NULL,
    findings              LONGTEXT      NOT NULL,
    progress_count        INT           NOT NULL,
    -- What follows from the above, kept so that it can be looked up and counted: the last good day, the same with a day
    -- that none is after where there is none, the day it began to be owed, the last one on which it was.
    deadline              DATE          NULL,
    due_order             DATE          NOT NULL,
    begins_on             DATE          NOT NULL,
    left_on               DATE          NOT NULL,
    search_text           LONGTEXT      NOT NULL,
    version               BIGINT        NOT NULL,
    created_at            DATETIME(6)   NOT NULL,
    updated_at            DATETIME(6)   NOT NULL,
    UNIQUE KEY task_external (organization, register, external_id),
    KEY task_due (due_order, id),
    KEY task_begin (begins_on, id),
    KEY task_change (updated_at, id),
    KEY task_owner (organization, due_order, id),
    KEY task_lead (lead_organization, due_order, id),
    KEY task_assigner (assigner_organization, due_order, id),
    -- Everything that is counted, so that counting reads nothing else.
    KEY task_count (organization, left_on, begins_on, status, completed_on, deadline, register, assigner_key, lead_key),
    CONSTRAINT task_organization FOREIGN KEY (organization) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The organizations that a task concerns, who owes it among them: what decides who may read it.
CREATE TABLE task_party (
    organization VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (organization, task),
    KEY task_party_task (task, organization),
    CONSTRAINT task_party_of FOREIGN KEY (task) REFERENCES task (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE task_progress (
    task      CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position  INT           NOT NULL,
    text      VARCHAR(4000) NOT NULL,
    noted_for DATE          NOT NULL,
    noted_by  VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    noted_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (task, position),
    CONSTRAINT task_progress_of FOREIGN KEY (task) REFERENCES task (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

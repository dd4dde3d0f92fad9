-- Submissions with what they sent, and every version of every observation.
CREATE TABLE submission (
    id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    regime           VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period           VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision         INT          NOT NULL,
    status           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_reference VARCHAR(200) NULL,
    compiled_on      DATE         NOT NULL,
    received_at      DATETIME(6)  NOT NULL,
    received_count   INT          NOT NULL,
    created_count    INT          NOT NULL,
    updated_count    INT          NOT NULL,
    unchanged_count  INT          NOT NULL,
    notes            LONGTEXT     NOT NULL,
    justifications   LONGTEXT     NOT NULL,
    supersedes       CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    content_sha256   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    caller           VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_by       VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_at       DATETIME(6)  NULL,
    decision_reason  VARCHAR(2000) NULL,
    version          BIGINT       NOT NULL,
    UNIQUE KEY submission_revision (organization, regime, period, revision),
    KEY submission_order (received_at, id),
    CONSTRAINT submission_organization FOREIGN KEY (organization) REFERENCES organization (code),
    CONSTRAINT submission_regime FOREIGN KEY (regime) REFERENCES regime (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row for each organization, regime and period that was ever filed: locked while a filing is stored.
CREATE TABLE filing (
    organization VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    regime       VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period       VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     INT         NOT NULL,
    PRIMARY KEY (organization, regime, period)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE client_reference (
    organization   VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference      VARCHAR(200) NOT NULL,
    submission     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_sha256 CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (organization, reference),
    KEY client_reference_submission (submission),
    CONSTRAINT client_reference_names FOREIGN KEY (submission) REFERENCES submission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE submission_value (
    submission      CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position        INT           NOT NULL,
    item_ref        VARCHAR(200)  NULL,
    indicator       VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    measure         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    breakdown       VARCHAR(1100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value           DECIMAL(19,4) NULL,
    state           VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    qualifier       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digits          INT           NULL,
    text            VARCHAR(200)  NULL,
    as_of           DATE          NULL,
    note            VARCHAR(2000) NULL,
    outcome         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    before_value    DECIMAL(19,4) NULL,
    before_state    VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    before_submission CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (submission, position),
    KEY submission_value_indicator (indicator),
    CONSTRAINT submission_value_of FOREIGN KEY (submission) REFERENCES submission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Clustered by organization and period: one organization's period is one range scan, all its revisions beside each other.
CREATE TABLE observation (
    organization   VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period         VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    indicator      VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    measure        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    breakdown      VARCHAR(1100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version        INT           NOT NULL,
    id             CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    regime         VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission     CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision       INT           NOT NULL,
    value          DECIMAL(19,4) NULL,
    state          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    qualifier      VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digits         INT           NULL,
    text           VARCHAR(200)  NULL,
    as_of          DATE          NULL,
    note           VARCHAR(2000) NULL,
    in_force_from  DATETIME(6)   NOT NULL,
    in_force_to    DATETIME(6)   NULL,
    PRIMARY KEY (organization, period, indicator, measure, breakdown, version),
    UNIQUE KEY observation_id (id),
    KEY observation_indicator (indicator, period),
    KEY observation_submission (submission)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

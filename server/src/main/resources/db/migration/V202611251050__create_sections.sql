-- The narrative of reports: sections with their claims, and every version of each, which stays when the section goes.
CREATE TABLE section (
    id           CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period       VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    regime       VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    node         VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label        VARCHAR(20)   NULL,
    ordinal      INT           NOT NULL,
    parent       VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    title        VARCHAR(1000) NOT NULL,
    kind         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    plan_for     VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    body         LONGTEXT      NOT NULL,
    claims       LONGTEXT      NOT NULL,
    weight       INT           NOT NULL,
    carried_from CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    search_text  LONGTEXT      NOT NULL,
    updated_by   VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version      BIGINT        NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    updated_at   DATETIME(6)   NOT NULL,
    UNIQUE KEY section_node (organization, period, regime, node),
    KEY section_order (organization, period, regime, ordinal, id),
    KEY section_parent (organization, period, regime, parent),
    CONSTRAINT section_organization FOREIGN KEY (organization) REFERENCES organization (code),
    CONSTRAINT section_regime FOREIGN KEY (regime) REFERENCES regime (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE section_version (
    section      CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version      BIGINT        NOT NULL,
    organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    regime       VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label        VARCHAR(20)   NULL,
    title        VARCHAR(1000) NOT NULL,
    body         LONGTEXT      NOT NULL,
    written_by   VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    written_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (section, version),
    CONSTRAINT section_version_organization FOREIGN KEY (organization) REFERENCES organization (code),
    CONSTRAINT section_version_regime FOREIGN KEY (regime) REFERENCES regime (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

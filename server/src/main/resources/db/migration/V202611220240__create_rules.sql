-- Validation rules as data, with every version of each: what applied to a filing can be told for ever.
CREATE TABLE rule (
    code                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    owner               VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expression          TEXT          NOT NULL,
    severity            VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    needs_justification BOOLEAN       NOT NULL,
    tolerance           DECIMAL(19,4) NOT NULL,
    message_vi          VARCHAR(500)  NOT NULL,
    message_en          VARCHAR(500)  NULL,
    search_text         LONGTEXT      NOT NULL,
    valid_from          DATE          NULL,
    valid_to            DATE          NULL,
    version             BIGINT        NOT NULL,
    created_at          DATETIME(6)   NOT NULL,
    updated_at          DATETIME(6)   NOT NULL,
    CONSTRAINT rule_owner FOREIGN KEY (owner) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row, locked by every write of a rule: an AUTO_INCREMENT would leave gaps and could commit out of order.
CREATE TABLE rule_set (
    id     INT    NOT NULL PRIMARY KEY,
    writes BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO rule_set (id, writes) VALUES (1, 0);

CREATE TABLE rule_version (
    set_number          BIGINT        NOT NULL PRIMARY KEY,
    built_in            INT           NOT NULL,
    rule                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version             BIGINT        NOT NULL,
    owner               VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expression          TEXT          NOT NULL,
    severity            VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    needs_justification BOOLEAN       NOT NULL,
    tolerance           DECIMAL(19,4) NOT NULL,
    message_vi          VARCHAR(500)  NOT NULL,
    message_en          VARCHAR(500)  NULL,
    valid_from          DATE          NULL,
    valid_to            DATE          NULL,
    changed_at          DATETIME(6)   NOT NULL,
    UNIQUE KEY rule_version_order (rule, version),
    CONSTRAINT rule_version_rule FOREIGN KEY (rule) REFERENCES rule (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

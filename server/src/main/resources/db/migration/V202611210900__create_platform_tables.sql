-- Organizations, credentials and what every write leaves behind: idempotency keys, audit rows, events.
CREATE TABLE organization (
    code                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    name_vi             VARCHAR(500)  NOT NULL,
    name_en             VARCHAR(500)  NULL,
    kind                VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    parent              VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    path                VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    administrative_code VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    electronic_id       VARCHAR(35)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    aliases             LONGTEXT      NOT NULL,
    predecessors        LONGTEXT      NOT NULL,
    search_text         LONGTEXT      NOT NULL,
    valid_from          DATE          NULL,
    valid_to            DATE          NULL,
    version             BIGINT        NOT NULL,
    created_at          DATETIME(6)   NOT NULL,
    updated_at          DATETIME(6)   NOT NULL,
    KEY organization_path (path),
    CONSTRAINT organization_parent FOREIGN KEY (parent) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE credential (
    id           VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(200) NOT NULL,
    secret_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scopes       VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at   DATETIME(6)  NULL,
    revoked_at   DATETIME(6)  NULL,
    version      BIGINT       NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    KEY credential_created (created_at, id),
    CONSTRAINT credential_organization FOREIGN KEY (organization) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE idempotency_key (
    organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    operation    VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idem_key     VARCHAR(255)  NOT NULL,
    fingerprint  CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status       INT           NOT NULL,
    content_type VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    etag         VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    location     VARCHAR(2048) NULL,
    body         LONGBLOB      NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (organization, operation, idem_key),
    KEY idempotency_key_created (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE audit_entry (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at            DATETIME(6)  NOT NULL,
    caller        VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization  VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    operation     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource      VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_id   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    change_type   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version       BIGINT       NOT NULL,
    detail        TEXT         NULL,
    request_id    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE outbox_event (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at           DATETIME(6)  NOT NULL,
    change_type  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_id  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version      BIGINT       NOT NULL,
    published_at DATETIME(6)  NULL,
    KEY outbox_event_unpublished (published_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE server_secret (
    name   VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    secret VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

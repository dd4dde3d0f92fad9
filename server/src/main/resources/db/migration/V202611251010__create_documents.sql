-- Official documents that are cited: one row for each issuer, number and day within an organization.
CREATE TABLE document (
    id                  CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization        VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    raw_text            VARCHAR(1000) NOT NULL,
    full_number         VARCHAR(200)  NULL,
    number              VARCHAR(20)   NULL,
    number_year         INT           NULL,
    document_type       VARCHAR(20)   NULL,
    issuer_symbol       VARCHAR(100)  NULL,
    unit_symbol         VARCHAR(100)  NULL,
    family              VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    issuer_organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    issuer_text         VARCHAR(500)  NULL,
    issued_on           DATE          NULL,
    title               VARCHAR(2000) NULL,
    search_text         LONGTEXT      NOT NULL,
    -- The number as it is compared, a digest of who issued it, and the day, or one before all days where there is none:
    -- a key may not hold NULL if it is to be unique.
    number_key          VARCHAR(200)  NOT NULL,
    issuer_key          CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sorted_on           DATE          NOT NULL,
    version             BIGINT        NOT NULL,
    created_at          DATETIME(6)   NOT NULL,
    updated_at          DATETIME(6)   NOT NULL,
    UNIQUE KEY document_key (organization, number_key, issuer_key, sorted_on),
    KEY document_order (sorted_on, id),
    KEY document_number (number_key),
    CONSTRAINT document_organization FOREIGN KEY (organization) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The document that a figure was taken from.
ALTER TABLE submission_value ADD COLUMN document CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE observation ADD COLUMN document CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;

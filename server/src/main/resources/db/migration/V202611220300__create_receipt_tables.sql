-- Receipts, signed once as their submission is stored and kept as they are, and the public keys that verify them for ever.
-- Private keys are never here: who has this database cannot make a receipt.
CREATE TABLE signing_key (
    kid        CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    public_jwk VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6)  NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE receipt (
    submission   CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organization VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence     BIGINT        NOT NULL,
    jws          VARCHAR(8192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY receipt_sequence (organization, sequence),
    CONSTRAINT receipt_of FOREIGN KEY (submission) REFERENCES submission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How many receipts an organization has; its row is locked while one is issued, so that no number is left out.
CREATE TABLE receipt_count (
    organization VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    issued       BIGINT      NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was stored before has no receipt: the bytes that were received are not there any more.
ALTER TABLE submission ADD COLUMN receipted BOOLEAN NOT NULL DEFAULT FALSE;

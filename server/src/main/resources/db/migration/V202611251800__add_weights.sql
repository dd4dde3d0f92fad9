-- How much text a row answers, so that a page ends before its rows are too heavy together, and none is read in vain.
ALTER TABLE inspection
    ADD COLUMN weight BIGINT GENERATED ALWAYS AS (
        CHAR_LENGTH(title) + CHAR_LENGTH(partners) + COALESCE(CHAR_LENGTH(findings), 0)
    ) STORED;

-- Without its notes of progress, which are rows of their own.
ALTER TABLE task
    ADD COLUMN weight BIGINT GENERATED ALWAYS AS (
        CHAR_LENGTH(title) + CHAR_LENGTH(partners) + CHAR_LENGTH(findings) + COALESCE(CHAR_LENGTH(product), 0)
            + COALESCE(CHAR_LENGTH(status_reason), 0) + COALESCE(CHAR_LENGTH(extension_reason), 0)
    ) STORED;

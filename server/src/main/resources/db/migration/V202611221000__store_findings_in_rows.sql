-- Findings become rows of their own, so that any number of them can be paged and answered one by one.
CREATE TABLE submission_finding (
    submission          CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position            INT           NOT NULL,
    id                  CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    severity            VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value_index         INT           NULL,
    needs_justification BOOLEAN       NOT NULL,
    subject             VARCHAR(2000) NOT NULL,
    note                LONGTEXT      NOT NULL,
    justification       VARCHAR(2000) NULL,
    justified_by        VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    justified_at        DATETIME(6)   NULL,
    PRIMARY KEY (submission, position),
    UNIQUE KEY submission_finding_id (id),
    CONSTRAINT submission_finding_of FOREIGN KEY (submission) REFERENCES submission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The ids continue the submission's own: its first part, then the place.
INSERT INTO submission_finding (submission, position, id, code, severity, value_index, needs_justification, subject, note)
SELECT s.id,
       n.place - 1,
       CONCAT(LEFT(s.id, 24), LPAD(LOWER(HEX(n.place)), 12, '0')),
       LOWER(REPLACE(n.code, '_', '-')),
       n.severity,
       n.value_index,
       FALSE,
       LOWER(REPLACE(n.code, '_', '-')),
       JSON_OBJECT('code', n.code, 'severity', n.severity,
                   'place', JSON_OBJECT('pointer', n.pointer, 'itemRef', n.item_ref, 'index', n.value_index),
                   'expected', n.expected, 'actual', n.actual, 'needsJustification', FALSE,
                   'evidence', JSON_EXTRACT(s.notes, CONCAT('$[', n.place - 1, '].evidence')),
                   'values', JSON_EXTRACT(s.notes, CONCAT('$[', n.place - 1, '].values')))
FROM submission s,
     JSON_TABLE(s.notes, '$[*]' COLUMNS (
         place       FOR ORDINALITY,
         code        VARCHAR(63)   PATH '$.code',
         severity    VARCHAR(10)   PATH '$.severity',
         pointer     VARCHAR(1000) PATH '$.pointer',
         item_ref    VARCHAR(200)  PATH '$.itemRef',
         value_index INT           PATH '$.index',
         expected    VARCHAR(2000) PATH '$.expected',
         actual      VARCHAR(2000) PATH '$.actual')) AS n;

ALTER TABLE submission
    ADD COLUMN mode           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ATOMIC',
    ADD COLUMN rejected_count INT         NOT NULL DEFAULT 0,
    ADD COLUMN finding_totals LONGTEXT    NULL,
    ADD COLUMN rule_set       VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '1.0',
    MODIFY COLUMN status      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

UPDATE submission s
SET s.finding_totals = COALESCE((
    SELECT CONCAT('[', GROUP_CONCAT(JSON_OBJECT('code', t.code, 'severity', t.severity, 'count', t.found)
                                    ORDER BY t.severity, t.code SEPARATOR ','), ']')
    FROM (SELECT f.submission, f.code, f.severity, COUNT(*) AS found
          FROM submission_finding f
          GROUP BY f.submission, f.code, f.severity) AS t
    WHERE t.submission = s.id), '[]');

ALTER TABLE submission
    MODIFY COLUMN finding_totals LONGTEXT NOT NULL,
    DROP COLUMN notes;

-- A version holds all that a write may change; versions of before know no more than their label, title and text.
ALTER TABLE section_version
    ADD COLUMN ordinal  INT         NULL AFTER label,
    ADD COLUMN parent   VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER ordinal,
    ADD COLUMN kind     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER title,
    ADD COLUMN plan_for VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER kind,
    ADD COLUMN claims   LONGTEXT    NULL AFTER body;

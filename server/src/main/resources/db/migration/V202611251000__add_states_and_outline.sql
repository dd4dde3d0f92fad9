-- A figure may state a total beside rows that are counted, and a regime has the outline of its report.
ALTER TABLE indicator
    ADD COLUMN states VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY indicator_states (states);

ALTER TABLE regime
    ADD COLUMN outline LONGTEXT NULL;

-- Indicators, regimes, ad-hoc periods and collections.
CREATE TABLE indicator (
    code                     VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    owner                    VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name_vi                  VARCHAR(500)  NOT NULL,
    name_en                  VARCHAR(500)  NULL,
    aliases                  LONGTEXT      NOT NULL,
    search_text              LONGTEXT      NOT NULL,
    unit_code                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit_name_vi             VARCHAR(500)  NOT NULL,
    unit_name_en             VARCHAR(500)  NULL,
    value_type               VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind                     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decimals                 INT           NOT NULL,
    minimum                  DECIMAL(19,4) NULL,
    maximum                  DECIMAL(19,4) NULL,
    is_index                 BOOLEAN       NOT NULL,
    higher_is_better         BOOLEAN       NOT NULL,
    time_aggregation         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization_aggregation VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    formula                  TEXT          NULL,
    numerator                VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    denominator              VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    denominator_name_vi      VARCHAR(500)  NULL,
    denominator_name_en      VARCHAR(500)  NULL,
    breakdowns               LONGTEXT      NOT NULL,
    value_schema             LONGTEXT      NULL,
    itu_code                 VARCHAR(63)   NULL,
    replaces                 VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    valid_from               DATE          NULL,
    valid_to                 DATE          NULL,
    version                  BIGINT        NOT NULL,
    created_at               DATETIME(6)   NOT NULL,
    updated_at               DATETIME(6)   NOT NULL,
    CONSTRAINT indicator_owner FOREIGN KEY (owner) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE regime (
    code         VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    owner        VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title_vi     VARCHAR(500) NOT NULL,
    title_en     VARCHAR(500) NULL,
    search_text  LONGTEXT     NOT NULL,
    receiver     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reporters    LONGTEXT     NOT NULL,
    calendar     VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    indicators   LONGTEXT     NOT NULL,
    auto_approve BOOLEAN      NOT NULL,
    version      BIGINT       NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    updated_at   DATETIME(6)  NOT NULL,
    KEY regime_receiver (receiver),
    CONSTRAINT regime_owner FOREIGN KEY (owner) REFERENCES organization (code),
    CONSTRAINT regime_receiver_exists FOREIGN KEY (receiver) REFERENCES organization (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE adhoc_period (
    code       VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    start_date DATE        NOT NULL,
    end_date   DATE        NOT NULL,
    created_at DATETIME(6) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE collection (
    id            VARCHAR(127)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    regime        VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period        VARCHAR(63)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    window_start  DATE          NOT NULL,
    window_end    DATE          NOT NULL,
    status        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reopen_reason VARCHAR(2000) NULL,
    version       BIGINT        NOT NULL,
    created_at    DATETIME(6)   NOT NULL,
    updated_at    DATETIME(6)   NOT NULL,
    KEY collection_order (window_start, id),
    UNIQUE KEY collection_period (period, regime),
    CONSTRAINT collection_regime FOREIGN KEY (regime) REFERENCES regime (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Lists of one organization that are narrowed to few rows, in their own order: without these all of its rows are read.
CREATE INDEX inspection_domain ON inspection (organization, domain, listed_on, id);
CREATE INDEX sanction_domain ON sanction (organization, domain, listed_on, id);
CREATE INDEX sanction_measure ON sanction (organization, measure, listed_on, id);
CREATE INDEX petition_status ON petition (organization, status, listed_on, id);
CREATE INDEX petition_kind ON petition (organization, kind, listed_on, id);
CREATE INDEX recommendation_status ON recommendation (organization, status, period_end, id);
CREATE INDEX recommendation_period ON recommendation (organization, raised_in, period_end, id);

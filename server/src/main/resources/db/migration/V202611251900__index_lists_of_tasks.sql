-- The few tasks that are open, or of one leader in words, are found among the many of an organization.
CREATE INDEX task_status ON task (organization, status, due_order, id);
CREATE INDEX task_led ON task (organization, lead_key, due_order, id);
CREATE INDEX task_assigned ON task (organization, assigner_key, due_order, id);
CREATE INDEX task_open ON task (status, due_order, id);

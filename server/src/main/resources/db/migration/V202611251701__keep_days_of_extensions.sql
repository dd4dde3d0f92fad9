-- Days on which tasks were extended and cancelled, so that neither changes what was so before. NULL is a day that nobody
-- knows: then the task counts as extended all along, or cancelled from its beginning.
ALTER TABLE task ADD COLUMN extended_on DATE NULL;
ALTER TABLE task ADD COLUMN cancelled_on DATE NULL;

-- Deadlines that stood before an extension: from a day, until the day of the extension. `extended_to` is the earlier
-- extension that gave it, NULL where it was the one first set; `due_order` is as in a task.
CREATE TABLE task_former_deadline (
    task        CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stood_until DATE     NOT NULL,
    stood_from  DATE     NOT NULL,
    extended_to DATE     NULL,
    due_order   DATE     NOT NULL,
    PRIMARY KEY (task, stood_until),
    CONSTRAINT task_former_deadline_of FOREIGN KEY (task) REFERENCES task (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The audit tells when tasks were extended and cancelled so far: of several extensions the first and the last.
UPDATE task
JOIN (
    SELECT resource_id, CAST(MAX(DATE_ADD(at, INTERVAL 7 HOUR)) AS DATE) AS last_on
    FROM audit_entry
    WHERE resource = 'task' AND change_type = 'EXTEND'
    GROUP BY resource_id
) AS extension ON extension.resource_id = task.id
SET task.extended_on = extension.last_on
WHERE task.extended_to IS NOT NULL;

INSERT INTO task_former_deadline (task, stood_until, stood_from, extended_to, due_order)
SELECT task.id, extension.first_on, DATE '1000-01-01', NULL,
    COALESCE(
        CASE WHEN task.due_exclusive AND task.due_on > DATE '1900-01-01' THEN DATE_SUB(task.due_on, INTERVAL 1 DAY)
             ELSE task.due_on END,
        DATE '9999-12-31')
FROM task
JOIN (
    SELECT resource_id, CAST(MIN(DATE_ADD(at, INTERVAL 7 HOUR)) AS DATE) AS first_on
    FROM audit_entry
    WHERE resource = 'task' AND change_type = 'EXTEND'
    GROUP BY resource_id
) AS extension ON extension.resource_id = task.id
WHERE task.extended_to IS NOT NULL;

UPDATE task
JOIN (
    SELECT resource_id, CAST(MAX(DATE_ADD(at, INTERVAL 7 HOUR)) AS DATE) AS last_on
    FROM audit_entry
    WHERE resource = 'task' AND change_type = 'CANCEL'
    GROUP BY resource_id
) AS cancelling ON cancelling.resource_id = task.id
SET task.cancelled_on = cancelling.last_on, task.left_on = GREATEST(task.begins_on, cancelling.last_on)
WHERE task.status = 'CANCELLED';

-- Counting goes by the order of deadlines, which is never NULL.
CREATE INDEX task_counted ON task (
    organization, left_on, begins_on, status, completed_on, due_order, register, assigner_key, lead_key);
DROP INDEX task_count ON task;

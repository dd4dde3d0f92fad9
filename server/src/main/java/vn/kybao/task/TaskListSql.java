package vn.kybao.task;

/**
 * The parts that the statements of {@link TaskListRepository} have in common. A deadline is the one that stood on the day
 * asked for: {@code f} on that of the timeliness, {@code o} on the one when tasks were overdue.
 */
final class TaskListSql {
    static final String FROM = """
            SELECT t.id, t.due_order, t.begins_on, t.updated_at, t.weight
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= :asOf AND f.stood_until > :asOf
            LEFT JOIN task_former_deadline o
              ON o.task = t.id AND o.stood_from <= :overdueOn AND o.stood_until > :overdueOn
            """;

    /** For who sees few tasks: the databases gather those first, and then put them in order. */
    static final String AMONG_FEW = """
            WHERE :covered = FALSE
              AND EXISTS (SELECT 1
                          FROM task_party p
                          JOIN organization w ON w.code = p.organization
                          WHERE p.task = t.id AND w.path LIKE :subtree)
            """;

    /** For who sees many: the databases go along the order and look at each task, until the page is full. */
    static final String AMONG_MANY = """
            WHERE (:covered = TRUE
                   OR COALESCE((SELECT 1
                                FROM task_party p
                                JOIN organization w ON w.code = p.organization
                                WHERE p.task = t.id AND w.path LIKE :subtree
                                LIMIT 1), 0) = 1)
            """;

    static final String CHOICE = """
              AND (:pattern IS NULL OR t.search_text LIKE :pattern)
              AND (:organization IS NULL OR t.organization = :organization)
              AND (:leader IS NULL OR t.lead_organization = :leader)
              AND (:assigner IS NULL OR t.assigner_organization = :assigner)
              AND (:leaderKey IS NULL OR t.lead_key = :leaderKey)
              AND (:assignerKey IS NULL OR t.assigner_key = :assignerKey)
              AND (:register IS NULL OR t.register = :register)
              AND (:status IS NULL OR t.status = :status)
              AND (:windowStart IS NULL OR (t.left_on >= :windowStart AND t.begins_on <= :windowEnd))
              AND (:overdueOn IS NULL
                   OR (COALESCE(o.due_order, t.due_order) < :overdueOn
                       AND t.begins_on <= :overdueOn AND t.left_on > :overdueOn))
              AND (:openOnly = FALSE OR t.status IN ('ASSIGNED', 'IN_PROGRESS'))
              AND (:dueFrom IS NULL OR t.due_order >= :dueFrom)
              AND (:dueTo IS NULL OR t.due_order <= :dueTo)
              AND (:timeliness IS NULL
                   OR :timeliness = CASE
                        WHEN t.begins_on > :asOf OR (t.status = 'CANCELLED' AND t.left_on <= :asOf) THEN ''
                        WHEN COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 'NO_DEADLINE'
                        WHEN t.left_on <= :asOf AND t.completed_on <= COALESCE(f.due_order, t.due_order)
                          THEN 'COMPLETED_ON_TIME'
                        WHEN t.left_on <= :asOf THEN 'COMPLETED_LATE'
                        WHEN COALESCE(f.due_order, t.due_order) < :asOf THEN 'OVERDUE'
                        WHEN COALESCE(f.due_order, t.due_order) <= :soon THEN 'DUE_SOON'
                        ELSE 'ON_TRACK'
                      END)
            """;

    /** By deadline, those without one last. */
    static final String BY_DEADLINE = """
              AND (:after IS NULL
                   OR (t.due_order >= :after AND (t.due_order, t.id) > (:after, :afterId)))
            ORDER BY t.due_order, t.id
            LIMIT :count
            """;

    /** By the day they were assigned, or their period began. */
    static final String BY_BEGINNING = """
              AND (:after IS NULL
                   OR (t.begins_on >= :after AND (t.begins_on, t.id) > (:after, :afterId)))
            ORDER BY t.begins_on, t.id
            LIMIT :count
            """;

    /** Those that were changed last first. */
    static final String BY_CHANGE = """
              AND (:after IS NULL
                   OR (t.updated_at <= :after AND (t.updated_at, t.id) < (:after, :afterId)))
            ORDER BY t.updated_at DESC, t.id DESC
            LIMIT :count
            """;

    private TaskListSql() {}
}

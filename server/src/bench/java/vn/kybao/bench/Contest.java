package vn.kybao.bench;

/** One piece of work that two can do: the service over HTTP, and plain JDBC. */
interface Contest {
    String name();

    /** The work of a turn over HTTP, prepared: only {@link Action#run} is timed. */
    Action overHttp(int turn);

    /** The same work in plain JDBC, prepared. */
    Action inJdbc(int turn);

    interface Action {
        void run() throws Exception;
    }
}

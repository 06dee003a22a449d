package dev.interlock.eventstore;

/** A small domain to try the store with: things are counted until the tally is closed. */
record Tally(long total, boolean closed) {

    static final Tally NEW = new Tally(0, false);

    sealed interface TallyEvent permits Counted, Closed, Noticed {}

    record Counted(long amount, Unit unit) implements TallyEvent {}

    record Closed(String reason) implements TallyEvent {}

    /** Stays inside the service: it is not published. */
    record Noticed() implements TallyEvent {}

    enum Unit {
        WHOLE_PIECES,
        DOZENS
    }

    Tally evolve(TallyEvent event) {
        return switch (event) {
            case Counted counted -> new Tally(total + counted.amount(), closed);
            case Closed closed -> new Tally(total, true);
            case Noticed noticed -> this;
        };
    }

    record Count(String tally, long amount) {}

    /** Counts so often in one command. */
    record CountOften(String tally, int times) {}

    record Close(String tally, String reason) {}

    record Notice(String tally) {}

    static final class AlreadyClosed extends RuntimeException {

        AlreadyClosed(String tally) {
            super(tally + " is closed");
        }
    }
}

package dev.interlock.eventstore;

/**
 * Axon knows a stream by one text, unique over all kinds of entities; we store kind and id apart.
 *
 * @param type our own constant, without a slash
 */
record StreamName(String type, String id) {

    StreamName {
        if (type.isEmpty() || type.indexOf('/') >= 0) {
            throw new IllegalArgumentException("entity type: " + type + " (expected: no '/')");
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException(
                    "entity id: empty (expected: at least one character)");
        }
    }

    static StreamName parse(String text) {
        int slash = text.indexOf('/');
        return new StreamName(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}

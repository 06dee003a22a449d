package dev.interlock.edge;

/** Another service did not answer in time, or not at all. */
public final class ServiceUnreachable extends RuntimeException {

    ServiceUnreachable(String url, Throwable cause) {
        super(url + ": " + cause, cause);
    }
}

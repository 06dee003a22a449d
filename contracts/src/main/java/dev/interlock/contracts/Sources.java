package dev.interlock.contracts;

import java.util.List;

/** The services that own events, and the topics they publish them on. */
public interface Sources {

    String DR = "dr";
    String APPROVAL = "approval";
    String RULES = "rules";
    String NOTIFICATION = "notification";

    List<String> ALL = List.of(DR, APPROVAL, RULES, NOTIFICATION);

    /** Watermarks of all sources, kept apart so that the event topics hold events only. */
    String HEARTBEAT_TOPIC = "interlock.heartbeats.v1";

    static String topic(String source) {
        return "interlock." + source + ".v1";
    }
}

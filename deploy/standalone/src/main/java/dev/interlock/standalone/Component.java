package dev.interlock.standalone;

import java.util.OptionalLong;

/** One part of the installation as the launcher sees it. */
interface Component {
    Part part();

    /** Returns when it is ready for work. */
    void start();

    /** Returns when it has ended; gracefully where it can. */
    void stop();

    /** Its own process, where it has one and it runs. */
    OptionalLong pid();

    /** Whether it still does its work; asked often. */
    boolean isAlive();
}

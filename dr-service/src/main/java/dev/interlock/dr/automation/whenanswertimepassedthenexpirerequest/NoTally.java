package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

/** Whether a deployment request was answered cannot be found out now. */
final class NoTally extends RuntimeException {

    NoTally(String why) {
        super(why);
    }
}

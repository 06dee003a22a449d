package dev.interlock.dr.http;

import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.edge.Caller;

/** Knows whether deployment requests were answered in time. */
public interface AnswerTimes {

    /**
     * To be called before anything is done that would free a request from its approvers: where
     * their time has passed with a required slot unanswered, it is expired when this returns.
     *
     * @throws dev.interlock.edge.Problem 503 when that cannot be found out now
     */
    TimeToAnswer settle(String dr, Caller caller);
}

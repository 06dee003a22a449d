package dev.interlock.dr.domain;

import java.time.Instant;

/**
 * When something is to be done to a request, and what is known of its answers by then.
 *
 * @param now by the server's clock
 * @param answered its required slots were filled before its approvers' time passed; of no meaning
 *     until then
 */
public record TimeToAnswer(Instant now, boolean answered) {

    /** Has that time passed, and was the request not answered as far as is known? */
    public boolean ranOut(RequestDetails request) {
        return request.answerTimePassed(now) && !answered;
    }
}

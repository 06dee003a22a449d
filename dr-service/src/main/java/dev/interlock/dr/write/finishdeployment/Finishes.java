package dev.interlock.dr.write.finishdeployment;

import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import org.springframework.stereotype.Component;

/** Notes how deployments end, with what follows from it. */
@Component
public class Finishes {

    private final Dispatch dispatch;
    private final AfterCompletion afterwards;

    Finishes(Dispatch dispatch, AfterCompletion afterwards) {
        this.dispatch = dispatch;
        this.afterwards = afterwards;
    }

    public Answer<LaneAnswer> finish(FinishDeployment command, Caller caller) {
        Answer<LaneAnswer> answer = dispatch.send(command, caller);
        if (command.outcome() != Outcome.COMPLETED) {
            return answer;
        }
        long newest =
                afterwards.completed(
                        command.product(), command.version(), command.environment(), caller);
        return new Answer<>(answer.result(), Math.max(answer.position(), newest));
    }
}

package dev.interlock.rules.problem;

import dev.interlock.edge.Problem;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.rules.domain.CommandRefused;
import dev.interlock.rules.domain.Refusal;
import dev.interlock.rules.domain.Refusal.CalendarExists;
import dev.interlock.rules.domain.Refusal.CalendarInUse;
import dev.interlock.rules.domain.Refusal.EndsBeforeItStarts;
import dev.interlock.rules.domain.Refusal.EndsNoLater;
import dev.interlock.rules.domain.Refusal.FreezeEnded;
import dev.interlock.rules.domain.Refusal.KindIsFixed;
import dev.interlock.rules.domain.Refusal.NoSuchCalendar;
import dev.interlock.rules.domain.Refusal.NoSuchFreeze;
import dev.interlock.rules.domain.Refusal.NoSuchOverride;
import dev.interlock.rules.domain.Refusal.NoSuchRule;
import dev.interlock.rules.domain.Refusal.OverrideEnded;
import dev.interlock.rules.domain.Refusal.OverrideNotPending;
import dev.interlock.rules.domain.Refusal.OverrideReviewDue;
import dev.interlock.rules.domain.Refusal.OverrideReviewNotDue;
import dev.interlock.rules.domain.Refusal.OverrideSpent;
import dev.interlock.rules.domain.Refusal.OwnOverride;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
final class RulesProblems {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(CommandRefused e) {
        return problem(e.refusal()).response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> conflict(ConcurrencyConflict e) {
        return Problem.of(
                        409, "CONCURRENT_CHANGE", "somebody else changed this meanwhile: try again")
                .with("winner", e.winner())
                .response();
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case NoSuchRule r -> Problem.of(404, "NOT_FOUND", r.detail());
            case StaleVersion r ->
                    Problem.of(412, "PRECONDITION_FAILED", r.detail())
                            .with("current_version", r.current());
            case KindIsFixed r -> Problem.invalid("/kind", r.detail());
            case NoSuchCalendar r -> Problem.of(404, "NOT_FOUND", r.detail());
            case CalendarExists r ->
                    Problem.of(428, "PRECONDITION_REQUIRED", r.detail())
                            .with("current_version", r.version());
            case CalendarInUse r ->
                    Problem.of(409, "CALENDAR_IN_USE", r.detail()).with("rules", r.rules());
            case NoSuchFreeze r -> Problem.of(404, "NOT_FOUND", r.detail());
            case FreezeEnded r ->
                    Problem.of(409, "FREEZE_ENDED", r.detail())
                            .with("state", r.how())
                            .with("ended_at", r.at());
            case NoSuchOverride r -> Problem.of(404, "NOT_FOUND", r.detail());
            case OverrideEnded r ->
                    Problem.of(409, "OVERRIDE_EXPIRED", r.detail())
                            .with("state", r.how())
                            .with("ended_at", r.at());
            case OverrideSpent r ->
                    Problem.of(409, "OVERRIDE_SPENT", r.detail())
                            .with("deployment", r.deployment());
            case OverrideNotPending r -> Problem.of(409, "OVERRIDE_NOT_PENDING", r.detail());
            case OverrideReviewDue r -> Problem.of(409, "OVERRIDE_REVIEW_DUE", r.detail());
            case OverrideReviewNotDue r -> Problem.of(409, "OVERRIDE_REVIEW_NOT_DUE", r.detail());
            case OwnOverride r -> Problem.of(403, "OVERRIDE_FORBIDDEN", r.detail());
            case EndsNoLater r -> Problem.invalid("/expires_at", r.detail());
            case EndsBeforeItStarts r -> Problem.invalid("/expires_at", r.detail());
        };
    }
}

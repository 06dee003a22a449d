package dev.interlock.dr.events;

/** On the stream of one deployment request; the stream's id is {@code DR-<n>}. */
public sealed interface RequestEvent extends DrEvent
        permits RequestDrafted,
                RequestEdited,
                RequestActivated,
                ApprovalsMadeStale,
                RequestDeactivated,
                RequestCancelled,
                RequestRejected,
                RequestRevised,
                RequestExpired,
                RequestSuperseded,
                RequestCompleted,
                StepCompleted,
                StepUndone {

    String dr();
}

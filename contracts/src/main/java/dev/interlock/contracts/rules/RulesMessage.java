package dev.interlock.contracts.rules;

import dev.interlock.contracts.Message;

/** Payloads on {@code interlock.rules.v1}. */
public sealed interface RulesMessage extends Message
        permits RuleCreatedV1,
                RuleChangedV1,
                CalendarImportedV1,
                CalendarChangedV1,
                CalendarRemovedV1,
                FreezeActivatedV1,
                FreezeExtendedV1,
                FreezeThawedV1,
                OverrideRequestedV1,
                OverrideConfirmedV1,
                OverrideWithdrawnV1,
                OverrideUsedV1,
                OverrideReviewedV1 {}

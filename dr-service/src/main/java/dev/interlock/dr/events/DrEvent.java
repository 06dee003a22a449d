package dev.interlock.dr.events;

/** Everything this service stores. */
public sealed interface DrEvent
        permits EnvironmentEvent,
                ProductEvent,
                VersionEvent,
                RequestEvent,
                TemplateEvent,
                LaneEvent {}

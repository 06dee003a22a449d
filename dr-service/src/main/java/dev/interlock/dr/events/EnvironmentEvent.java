package dev.interlock.dr.events;

/** On the stream of one environment; the stream's id is its folded name. */
public sealed interface EnvironmentEvent extends DrEvent
        permits EnvironmentRegistered, EnvironmentChanged {

    String environment();
}

package dev.interlock.dr.events;

/** On the stream of one product; the stream's id is its folded name. */
public sealed interface ProductEvent extends DrEvent permits ProductRegistered, ProductLabelled {

    String product();
}

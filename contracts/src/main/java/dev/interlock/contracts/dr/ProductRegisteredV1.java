package dev.interlock.contracts.dr;

/**
 * {@code product.registered}: a product was named for the first time.
 *
 * @param product folded name, the product's identity
 * @param productId stable opaque id
 */
public record ProductRegisteredV1(String product, String productId) implements DrMessage {}

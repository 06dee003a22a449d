package dev.interlock.dr.domain;

/**
 * Who acts on a deployment request.
 *
 * @param id opaque id of a person, or of a key where no person acts
 * @param any true when allowed to change the requests of other authors
 */
public record Actor(String id, boolean any) {

    boolean mayChange(String author) {
        return any || id.equals(author);
    }
}

package dev.interlock.dr.read.products;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.read.products.ProductRows.ProductRow;
import dev.interlock.dr.read.products.ProductRows.VersionRow;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductsApi {

    private final ProductRows rows;

    ProductsApi(ProductRows rows) {
        this.rows = rows;
    }

    @GetMapping("/v1/products")
    ResponseEntity<Page<ProductRow>> products(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("products", limit, cursor);
        return Page.answer(rows.products(window), window, ProductRow::name);
    }

    @GetMapping("/v1/products/{name}")
    ProductRow product(@PathVariable String name, Caller caller) {
        caller.require(Permission.READ);
        return rows.product(Names.product(name))
                .orElseThrow(() -> Problem.notFound("product " + name));
    }

    @GetMapping("/v1/versions")
    ResponseEntity<Page<VersionRow>> versions(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        var name = product == null ? null : Names.product(product);
        return Page.answer(rows.versions(name, id, window), window, VersionRow::position);
    }
}

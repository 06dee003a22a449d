package dev.interlock.gateway.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's reference, for programs and for people; open to everybody. */
@Controller
final class ApiReferencePages {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=UTF-8");

    private final ObjectProvider<ApiReference> reference;

    ApiReferencePages(ObjectProvider<ApiReference> reference) {
        this.reference = reference;
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok().contentType(YAML).body(reference.getObject().text());
    }

    @GetMapping("/docs")
    String docs(Model model) {
        var read = reference.getObject();
        model.addAttribute("about", read.about());
        model.addAttribute("groups", read.groups());
        model.addAttribute("schemas", read.schemas());
        return "docs";
    }
}

package dev.interlock.gateway.page;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's reference, for programs and for people; open to everybody. */
@Controller
final class ApiReferencePages {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=UTF-8");

    private final ApiReference reference;

    ApiReferencePages(ApiReference reference) {
        this.reference = reference;
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok().contentType(YAML).body(reference.text());
    }

    @GetMapping("/docs")
    String docs(Model model) {
        model.addAttribute("about", reference.about());
        model.addAttribute("groups", reference.groups());
        model.addAttribute("schemas", reference.schemas());
        return "docs";
    }
}

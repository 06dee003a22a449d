package dev.interlock.gateway.page;

import dev.interlock.edge.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages that a problem's {@code type} points at; open to everybody. */
@Controller
final class ProblemPages {

    private final ProblemTexts texts;

    ProblemPages(ProblemTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/problems")
    String all(Model model) {
        model.addAttribute("codes", texts.codes());
        return "problems";
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String html(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("text", text(code));
        return "problem";
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> plain(@PathVariable String code) {
        var text = text(code);
        return Text.plain(
                "%s (HTTP %d)%n%n%s%n%nWhat to do: %s%n"
                        .formatted(code, text.status(), text.meaning(), text.action()));
    }

    private ProblemTexts.Text text(String code) {
        return texts.find(code).orElseThrow(() -> Problem.notFound("this code"));
    }
}

package dev.interlock.gateway.page;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and the one style sheet. */
@Controller
final class LandingPage {

    private final byte[] style;

    LandingPage() throws IOException {
        style =
                new ClassPathResource("pages/interlock.css", LandingPage.class.getClassLoader())
                        .getContentAsByteArray();
    }

    @GetMapping("/")
    String landing() {
        return "landing";
    }

    @GetMapping("/assets/interlock.css")
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(style);
    }
}

package dev.interlock.standalone.endtoend;

import static org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation;

import dev.interlock.edge.RequestFilter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A method and path that can be called through the gateway, as the controller behind it declares
 * it.
 *
 * @param declaredBy null for the two endpoints that the gateway reads by hand
 */
record ServedEndpoint(String method, String path, @Nullable Method declaredBy) {

    private static final List<ServedEndpoint> COMPATIBLE =
            List.of(
                    new ServedEndpoint("POST", "/deployment-events/", null),
                    new ServedEndpoint("POST", "/build-events/", null));

    static List<ServedEndpoint> all() {
        var all = new ArrayList<>(COMPATIBLE);
        for (var controller : found("dev.interlock", new AnnotationTypeFilter(Controller.class))) {
            if (!ErrorController.class.isAssignableFrom(controller)) {
                Arrays.stream(controller.getDeclaredMethods()).forEach(m -> all.addAll(of(m)));
            }
        }
        return List.copyOf(all);
    }

    /** What else the gateway serves by: a new one wants cases that no controller declares. */
    static Set<String> mappingsOfTheGateway() {
        var mappings = new AssignableTypeFilter(HandlerMapping.class);
        var filters = new AssignableTypeFilter(RequestFilter.class);
        return found("dev.interlock.gateway", mappings, filters).stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> found(String root, TypeFilter... any) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        Arrays.stream(any).forEach(scanner::addIncludeFilter);
        var found = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents(root)) {
            try {
                found.add(Class.forName(candidate.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static List<ServedEndpoint> of(Method method) {
        var mapping = findMergedAnnotation(method, RequestMapping.class);
        var common = findMergedAnnotation(method.getDeclaringClass(), RequestMapping.class);
        var prefix = common == null ? "" : common.path()[0];
        var endpoints = new ArrayList<ServedEndpoint>();
        if (mapping != null) {
            for (var path : mapping.path()) {
                for (var verb : mapping.method()) {
                    if (!(prefix + path).startsWith("/internal")) {
                        endpoints.add(
                                new ServedEndpoint(verb.name(), plain(prefix + path), method));
                    }
                }
            }
        }
        return endpoints;
    }

    /** Without the patterns of its variables. */
    private static String plain(String path) {
        return path.replaceAll(":[^}]*}", "}");
    }

    String name() {
        return method + " " + path;
    }

    boolean isNative() {
        return path.startsWith("/v1/");
    }

    /** For people with a browser. */
    boolean isPage() {
        return !isNative() && !isCompatible();
    }

    boolean isCompatible() {
        return declaredBy == null;
    }

    /** The record a JSON body is read into. */
    @Nullable Class<?> body() {
        return parameters().stream()
                .filter(p -> p.isAnnotationPresent(RequestBody.class))
                .<@Nullable Class<?>>map(Parameter::getType)
                .findFirst()
                .orElse(null);
    }

    boolean requiresBody() {
        return parameters().stream()
                .map(p -> p.getAnnotation(RequestBody.class))
                .anyMatch(body -> body != null && body.required());
    }

    List<Parameter> query() {
        return parameters().stream()
                .filter(p -> p.isAnnotationPresent(RequestParam.class))
                .toList();
    }

    boolean takesIfMatch() {
        return parameters().stream()
                .map(p -> p.getAnnotation(RequestHeader.class))
                .anyMatch(h -> h != null && (h.name() + h.value()).equals("If-Match"));
    }

    private List<Parameter> parameters() {
        return declaredBy == null ? List.of() : List.of(declaredBy.getParameters());
    }
}

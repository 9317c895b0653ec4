package madoguchi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The dependency rule of the house: who may know whom. */
@AnalyzeClasses(packages = "madoguchi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "desk", Set.of(),
            "stream", Set.of(),
            "settings", Set.of(),
            "calendar", Set.of("desk"),
            "journal", Set.of("desk"),
            "host", Set.of("desk", "journal", "stream"),
            "access", Set.of("desk", "journal"),
            "call", Set.of("desk", "host", "access"),
            "http", Set.of("desk", "stream", "settings", "calendar", "journal", "host", "access", "call"));

    @ArchTest
    static final ArchRule rooms_dependOnlyOnTheRoomsTheyMay = classes()
            .that()
            .resideInAnyPackage("madoguchi.*..")
            .should(new ArchCondition<>("depend only on the rooms they may") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    Set<String> allowed = ALLOWED.getOrDefault(room(from), Set.of());
                    from.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> ours(dependency.getTargetClass()))
                            .filter(dependency ->
                                    !room(dependency.getTargetClass()).equals(room(from)))
                            .filter(dependency -> !allowed.contains(room(dependency.getTargetClass())))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule desk_knowsTheJdkAndMathematicsAlone = classes()
            .that()
            .resideInAPackage("madoguchi.desk..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "madoguchi.desk..",
                    "java..",
                    "org.jspecify..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..");

    @ArchTest
    static final ArchRule stream_knowsVertxCoreAlone = classes()
            .that()
            .resideInAPackage("madoguchi.stream..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "madoguchi.stream..", "java..", "org.jspecify..", "io.vertx.core..", "io.netty..", "org.slf4j..");

    @ArchTest
    static final ArchRule rooms_haveNoCycles =
            slices().matching("madoguchi.(*)..").should().beFreeOfCycles();

    private static boolean ours(JavaClass type) {
        return type.getPackageName().equals("madoguchi")
                || type.getPackageName().startsWith("madoguchi.");
    }

    /** The second part of the package name; empty for Main and what stands beside it. */
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length < 2 ? "" : parts[1];
    }
}

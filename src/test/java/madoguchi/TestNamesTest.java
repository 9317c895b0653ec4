package madoguchi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The build finds tests by the names of their classes; one of another name would never run, and nobody would
 * notice. Those that only draw pictures are run by name.
 */
@AnalyzeClasses(packages = "madoguchi", importOptions = OnlyIncludeTests.class)
class TestNamesTest {

    @ArchTest
    static final ArchRule tests_areInClassesThatTheBuildRuns = methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .or()
            .areAnnotatedWith(Property.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching("[^$]*(Test|Properties|IT|Pictures)");
}

package vn.kybao.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.ContractDocument;

/** The rules of the house that a machine can hold. */
class ArchitectureTest {
    private static final String[] KERNELS = {
        "vn.kybao.problem..",
        "vn.kybao.contract..",
        "vn.kybao.http..",
        "vn.kybao.access..",
        "vn.kybao.paging..",
        "vn.kybao.idempotency..",
        "vn.kybao.audit..",
        "vn.kybao.event..",
        "vn.kybao.time..",
        "vn.kybao.json..",
        "vn.kybao.search..",
        "vn.kybao.signing..",
        "vn.kybao.number.."
    };
    private static final String GENERATED = "vn.kybao.api..";
    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = DescribedPredicate.describe(
            "written by hand",
            c -> !c.getName().contains("$Definition") && !c.getSimpleName().startsWith("$"));
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.kybao");
    private static final JavaClasses OURS = CLASSES.that(resideOutsideOfPackage(GENERATED)
            .and(resideOutsideOfPackage("vn.kybao.client.."))
            .and(WRITTEN_BY_HAND));

    @Test
    void thereIsSomethingToCheck() {
        assertThat(OURS.size()).isGreaterThan(100);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("vn.kybao.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void repositoriesAndRowsStayInTheirPackage() {
        classes()
                .that()
                .haveNameMatching(".*(Repository|Row)")
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate()
                .check(OURS);
    }

    @Test
    void repositoriesAndRowsDoNotKnowTheWire() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.\\w+(Repository(\\$.*)?|Row)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GENERATED)
                .check(OURS);
    }

    @Test
    void controllersArePackagePrivateAndFollowTheContract() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .implement(
                        resideInAPackage(GENERATED).and(DescribedPredicate.describe("an API", JavaClass::isInterface)))
                .check(OURS);
    }

    @Test
    void noRouteIsDeclaredButByTheContract() {
        methods().should().notBeMetaAnnotatedWith(HttpMethodMapping.class).check(OURS);
    }

    @Test
    void kernelsImportNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(KERNELS)
                .should()
                .dependOnClassesThat(resideInAPackage("vn.kybao..")
                        .and(DescribedPredicate.not(resideInAnyPackage(KERNELS)))
                        .and(resideOutsideOfPackage(GENERATED)))
                .check(OURS);
    }

    @Test
    void arrowsPointToWhatChangesLess() {
        String[] catalogue = {
            "vn.kybao.organization..",
            "vn.kybao.indicator..",
            "vn.kybao.regime..",
            "vn.kybao.rule..",
            "vn.kybao.document..",
            "vn.kybao.period.."
        };
        String[] data = {
            "vn.kybao.submission..",
            "vn.kybao.observation..",
            "vn.kybao.total..",
            "vn.kybao.claim..",
            "vn.kybao.section..",
            "vn.kybao.task..",
            "vn.kybao.inspection..",
            "vn.kybao.recommendation.."
        };
        String calendar = "vn.kybao.collection..";
        String[] results = {"vn.kybao.comparison..", "vn.kybao.finding.."};
        noClasses()
                .that()
                .resideInAnyPackage(catalogue)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(data).or(resideInAPackage(calendar)).or(resideInAnyPackage(results)))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(calendar)
                .should()
                .dependOnClassesThat(resideInAnyPackage(data).or(resideInAnyPackage(results)))
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage(data)
                .should()
                .dependOnClassesThat(resideInAnyPackage(results))
                .check(OURS);
    }

    @Test
    void calculationAndNarrativeKnowOnlyWhatIsCalculatedAndWritten() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.kybao.calculation..", "vn.kybao.narrative..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "java.sql..", "vn.kybao.http..", "vn.kybao.access..")
                .check(OURS);
    }

    @Test
    void figuresAreNeverBinaryFractions() {
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Float.class)
                .check(OURS);
        noClasses()
                .should()
                .callMethod(BigDecimal.class, "doubleValue")
                .orShould()
                .callMethod(BigDecimal.class, "floatValue")
                .orShould()
                .callMethod(BigDecimal.class, "valueOf", double.class)
                .orShould()
                .callConstructor(BigDecimal.class, double.class)
                .orShould()
                .callMethod(Double.class, "parseDouble", String.class)
                .check(OURS);
    }

    @Test
    void allTimeComesFromTheOneClock() {
        DescribedPredicate<JavaCall<?>> readsTheClock =
                DescribedPredicate.describe("read the system's clock", ArchitectureTest::readsTheClock);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.kybao.time..")
                .should()
                .callCodeUnitWhere(readsTheClock)
                .orShould()
                .callConstructor(Date.class)
                .check(OURS);
    }

    @Test
    void whatIsNeededIsGivenToTheConstructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(OURS);
        methods().should().notBeAnnotatedWith(Inject.class).check(OURS);
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> marked = OURS.stream()
                .filter(c -> c.getSimpleName().equals("package-info") && c.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<String> all = OURS.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(marked).isEqualTo(all);
    }

    @Test
    void everyOperationOfTheContractHasAController() {
        Set<String> served = OURS.stream()
                .filter(c -> c.isAnnotatedWith(Controller.class))
                .flatMap(c -> c.getAllRawInterfaces().stream())
                .filter(resideInAPackage(GENERATED))
                .flatMap(api -> api.getMethods().stream())
                .map(m -> m.getName())
                .collect(Collectors.toSet());
        List<String> declared = ContractDocument.get().operations().stream()
                .map(ContractDocument.Operation::id)
                .toList();
        assertThat(served).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyProtectedOperationNamesExactlyOneScope() {
        List<String> scopes = ContractDocument.get()
                .root()
                .at("/components/schemas/AccessScope/enum")
                .valueStream()
                .map(s -> s.asText())
                .toList();
        assertThat(ContractDocument.get().operations())
                .filteredOn(operation -> operation.template().startsWith("/v1/"))
                .hasSizeGreaterThan(30)
                .allSatisfy(operation -> assertThat(operation.scopes())
                        .as(operation.id())
                        .hasSize(1)
                        .isSubsetOf(scopes));
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return call.getName().equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return call.getName().startsWith("system");
        }
        return owner.getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}

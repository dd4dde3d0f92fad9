package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Petition;
import vn.kybao.api.model.PetitionResolution;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.api.model.PetitionTransfer;
import vn.kybao.api.model.Reason;
import vn.kybao.http.IfMatch;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.inspection.CaseDays.Spot;
import vn.kybao.inspection.PetitionMapping.Settlement;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.Parties;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Settles petitions, and takes them up again. */
@Singleton
final class PetitionMoves {
    private final PetitionRepository repository;
    private final Cases cases;
    private final CaseCalendar calendar;
    private final PeriodService periods;
    private final Parties parties;
    private final Clock clock;

    PetitionMoves(
            PetitionRepository repository,
            Cases cases,
            CaseCalendar calendar,
            PeriodService periods,
            Parties parties,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.calendar = calendar;
        this.periods = periods;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * A petition that may be moved.
     *
     * @param row its row, locked
     * @param owner whose it is
     */
    private record Held(PetitionRow row, OrganizationRef owner) {}

    Outcome<Petition> resolve(String id, PetitionResolution wanted, Findings findings) {
        Held held = hold(id, PetitionMove.RESOLVE, findings);
        Settlement settlement = new Settlement(PetitionStatus.RESOLVED, wanted.getResolvedOn(), null, wanted.getNote());
        settle(held, settlement, "/resolvedOn", findings);
        return moved(held.row(), PetitionMove.RESOLVE, settlement, null, findings);
    }

    Outcome<Petition> transfer(String id, PetitionTransfer wanted, Findings findings) {
        Held held = hold(id, PetitionMove.TRANSFER, findings);
        Map<String, @Nullable Party> named = new HashMap<>();
        named.put("/to", wanted.getTo());
        parties.check(named, findings);
        Settlement settlement =
                new Settlement(PetitionStatus.TRANSFERRED, wanted.getOn(), wanted.getTo(), wanted.getNote());
        settle(held, settlement, "/on", findings);
        return moved(held.row(), PetitionMove.TRANSFER, settlement, null, findings);
    }

    Outcome<Petition> reopen(String id, Reason reason, Findings findings) {
        Held held = hold(id, PetitionMove.REOPEN, findings);
        Spot settled = Objects.requireNonNull(days(held.row(), PetitionMapping.settlement(held.row()), "")
                .spots()
                .get(CaseDays.SETTLED));
        calendar.end(held.owner(), List.of(settled), findings);
        Settlement pending = new Settlement(PetitionStatus.PENDING, null, null, reason.getReason());
        return moved(held.row(), PetitionMove.REOPEN, pending, reason.getReason(), findings);
    }

    private Held hold(String id, PetitionMove move, Findings findings) {
        PetitionRow row = repository.lock(id).orElseThrow(Cases::notFound);
        OrganizationRef owner = cases.own(row.organization());
        IfMatch.ifPresent(row.version());
        findings.throwIfErrors();
        move.requireAllowed(PetitionStatus.fromValue(row.status()));
        return new Held(row, owner);
    }

    /** Without a day it counts as settled by the end of its period, so one of the two has to be there. */
    private void settle(Held held, Settlement settlement, String pointer, Findings findings) {
        PetitionRow row = held.row();
        Day day = new Day(pointer, settlement.on());
        if (day.on() == null && row.period() == null) {
            findings.add(Note.error(ProblemCode.DATE_OR_PERIOD).at(pointer));
        }
        calendar.notLater(day, findings);
        if (row.receivedOn() != null) {
            calendar.inOrder(row.receivedOn(), day, findings);
        }
        calendar.move(
                held.owner(), days(row, Settlement.NONE, pointer), days(row, settlement, pointer), List.of(), findings);
    }

    private Outcome<Petition> moved(
            PetitionRow row, PetitionMove move, Settlement settlement, @Nullable String reason, Findings findings) {
        findings.throwIfErrors();
        PetitionRow next = PetitionMapping.row(
                PetitionMapping.write(row),
                settlement,
                row.period() == null ? null : periods.find(row.period()).orElseThrow(),
                row.id(),
                row.version() + 1,
                row.createdAt(),
                clock.instant());
        if (repository.update(next) == 0) {
            throw IfMatch.stale(next.version());
        }
        Change change =
                new Change(move.type(), PetitionService.RESOURCE, row.id(), row.organization(), next.version(), reason);
        return Outcome.ok(PetitionMapping.wire(next), next.version(), List.of(change));
    }

    private static CaseDays days(PetitionRow row, Settlement settlement, String pointer) {
        return PetitionMapping.days(PetitionMapping.write(row), settlement, pointer);
    }
}

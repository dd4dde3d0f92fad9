package vn.kybao.finding;

import java.util.function.Predicate;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;

/**
 * What an audit is about.
 *
 * @param organization whose period
 * @param period the period
 * @param openRegimes which regimes' figures the reader may see
 */
record Subject(OrganizationRef organization, CalendarPeriod period, Predicate<String> openRegimes) {}

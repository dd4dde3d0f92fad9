package vn.kybao.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import vn.kybao.problem.Note;

/**
 * A request body that has been read and checked against the contract.
 *
 * @param bytes the decoded bytes as received
 * @param tree what is usable of it, in NFC: what the contract's schema refused has been left out
 * @param notes what the contract's schema refused
 */
public record JsonBody(byte[] bytes, JsonNode tree, List<Note> notes) {}

package io.kehu.testing;

import io.kehu.events.Collaborator;
import io.kehu.events.CustomerState;
import io.kehu.events.ExternalId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A customer as its events tell of it, for services that hear of customers: what a test does not state is left out. */
public final class SampleCustomer {

    private final UUID id;
    private String number = "C1";
    private String name = "Acme";
    private String owner;
    private String team;
    private List<ExternalId> externalIds = List.of();
    private String industry;
    private List<Collaborator> collaborators = List.of();
    private boolean deleted;
    private UUID mergedInto;

    private SampleCustomer(UUID id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    public static SampleCustomer of(UUID id, String owner) {
        return new SampleCustomer(id, owner);
    }

    public SampleCustomer numbered(String newNumber) {
        number = newNumber;
        return this;
    }

    public SampleCustomer named(String newName) {
        name = newName;
        return this;
    }

    public SampleCustomer inTeam(String newTeam) {
        team = newTeam;
        return this;
    }

    public SampleCustomer withKeys(ExternalId... keys) {
        externalIds = List.of(keys);
        return this;
    }

    public SampleCustomer inIndustry(String code) {
        industry = code;
        return this;
    }

    public SampleCustomer sharedWith(List<Collaborator> others) {
        collaborators = others;
        return this;
    }

    public SampleCustomer deleted(boolean isDeleted) {
        deleted = isDeleted;
        return this;
    }

    public SampleCustomer mergedInto(UUID survivor) {
        mergedInto = survivor;
        return this;
    }

    public CustomerState state() {
        return new CustomerState(
                id,
                number,
                name,
                "COMPANY",
                owner,
                team,
                externalIds,
                null,
                industry,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "PROSPECT",
                Set.of(),
                null,
                null,
                null,
                null,
                deleted,
                collaborators,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                mergedInto);
    }
}

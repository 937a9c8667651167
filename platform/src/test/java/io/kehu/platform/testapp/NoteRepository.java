package io.kehu.platform.testapp;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class NoteRepository extends AggregateRepository<Note> {

    public NoteRepository() {
        super(
                Note.class,
                Listing.of(Note.class)
                        .filters("text", "priority", "owner", "number")
                        .sorts("priority")
                        .searches("text")
                        .phones("phone"));
    }
}

-- The next due instant of items with a concurrency key, which a virtual clock asks for before each jump.
create index item_gate_due on heed_engine.item (due_at) where gate_a is not null;

-- Identity, reached through packages/db/src/identity only. A used code stays, marked, so that it is never taken twice.
grant select, insert, update, delete on authenticator, recovery_code to heed_app;

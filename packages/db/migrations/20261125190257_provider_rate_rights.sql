-- Turns at a provider are shared by the workers of all tenants (Resend's rate is per team).
grant select, insert, update on provider_rate to heed_system;

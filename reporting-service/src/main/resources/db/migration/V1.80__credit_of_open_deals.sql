-- Nobody is credited with the end of a deal that has been reopened.
update opportunity set credit_owner = owner, credit_team = team
 where kind = 'OPEN' and (credit_owner, credit_team) is distinct from (owner, team);

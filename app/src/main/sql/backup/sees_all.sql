-- Whether we see every row of the tables that hide some.
select sees_all()

"""Addresses of units, capacities and accounts."""

from django.urls import path

from . import account_views, duty_views, views

app_name = "staff"

urlpatterns = [
    path("staff/", views.staff, name="staff"),
    path("staff/capacities/new/", views.capacity_new, name="capacity-new"),
    path("staff/capacities/<uuid:number>/approval/", views.capacity_approval, name="capacity-approval"),
    path("staff/capacities/<uuid:pk>/end/", views.capacity_end, name="capacity-end"),
    path("staff/capacities/<uuid:number>/stand-ins/", duty_views.stand_ins, name="stand-ins"),
    path("staff/capacities/<uuid:number>/deputies/", duty_views.deputy_new, name="deputy-new"),
    path("staff/deputies/<uuid:number>/end/", duty_views.deputy_end, name="deputy-end"),
    path("staff/capacities/<uuid:number>/leave/", duty_views.leave_new, name="leave-new"),
    path("staff/leave/<uuid:number>/end/", duty_views.leave_end, name="leave-end"),
    path("staff/taken-over/<uuid:number>/", duty_views.taken_over, name="taken-over"),
    path("staff/people/new/", views.person_new, name="person-new"),
    path("staff/accounts/new/", account_views.account_new, name="account-new"),
    path("staff/accounts/<uuid:number>/shut/", account_views.account_close, name="account-close"),
    path("staff/accounts/<uuid:number>/open/", account_views.account_open, name="account-open"),
    path("staff/branches/new/", account_views.branch_new, name="branch-new"),
    path("staff/units/new/", account_views.unit_new, name="unit-new"),
]
